//! The frozen result: order, ids, fingerprints, excerpts, and the versioned JSON form.
//!
//! In: the analysed batch and its findings. Out: what renderers show. What never happens here: a decision about figures.

pub mod json;
