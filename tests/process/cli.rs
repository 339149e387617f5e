//! The command line as a user meets it: the built binary, its output, its exit codes.
mod files;
mod home;
mod pages;
mod raw;
mod reading;
mod usage;
mod writing;
