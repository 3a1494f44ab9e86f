//! Figures as a reader gets them: one table model, written as CSV, XLSX, plain text and HTML, and charts as SVG.
//!
//! Nothing is read or counted here: `app` hands over the figures of `domain::figures`. What is bold, right-aligned or a
//! link is decided once, in the table; what becomes of a [`table::Link`] is decided by whoever has addresses.

pub mod chart;
pub mod csv;
pub mod figures;
pub mod html;
pub mod insight;
pub mod letters;
pub mod table;
pub mod text;
pub mod xlsx;
