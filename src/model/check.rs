//! Every problem of a draft, not just the first.
