//! Figures: each has one definition (measures.md) and one function here.
