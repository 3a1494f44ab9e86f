//! Letters made of steps: what a letter says is gathered here, how it looks is `lods_reports::letters`.

mod basis;
pub mod make;
