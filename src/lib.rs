//! crosscheck
pub mod article;
pub mod calendar;
pub mod claim;
pub mod fact;
pub mod grammar;
pub mod layout;
pub mod lexicon;
pub mod mention;
pub mod origin;
pub mod pipeline;
pub mod report;
pub mod rules;
pub mod source;
pub mod story;
pub mod text;
pub mod value;
pub mod verdict;
