//! The strategy as JSON, with the names of the model file.
