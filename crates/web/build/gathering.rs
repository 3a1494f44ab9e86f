//! Copies into the folder that is embedded. The layout is the one that the design system's CSS needs: `css/`, `fonts/`
//! and `img/` beside one another.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Fault, at};

const FONTS: &str = "fonts/IBMPlexSans/complete/woff2";

/// The design system: styles, script, icons, the five cuts that pages use of its font, and the licences of all of it.
pub fn design_system(package: &Path, assets: &Path) -> Result<(), Fault> {
    let dist = package.join("dist");
    let css = read(&dist.join("css/dkfds.min.css"))?;
    write(&assets.join("css/dkfds.min.css"), woff2_only(&css).as_bytes())?;
    copy(&dist.join("js/dkfds.min.js"), &assets.join("js/dkfds.min.js"))?;
    copy(&dist.join("img/all-svg-icons.svg"), &assets.join("img/all-svg-icons.svg"))?;
    for icon in files(&dist.join("img/svg-icons"))? {
        copy_into(&icon, &assets.join("img/svg-icons"))?;
    }
    for cut in ["Regular", "Italic", "Medium", "SemiBold", "Bold"] {
        let name = format!("{FONTS}/IBMPlexSans-{cut}.woff2");
        copy(&dist.join(&name), &assets.join(&name))?;
    }
    copy(&dist.join(FONTS).join("license.txt"), &assets.join("licences/ibm-plex-sans.txt"))?;
    copy(&package.join("LICENSE.md"), &assets.join("licences/dkfds.md"))
}

/// Our own files. `css/*.css` become one `css/lods.css`, in the order of their names.
pub fn own(source: &Path, assets: &Path) -> Result<(), Fault> {
    let mut css = String::new();
    for part in files(&source.join("css"))? {
        css.push_str(&read(&part)?);
    }
    write(&assets.join("css/lods.css"), css.as_bytes())?;
    for folder in ["js", "img"] {
        for file in files(&source.join(folder))? {
            copy_into(&file, &assets.join(folder))?;
        }
    }
    Ok(())
}

/// The first 16 hexadecimal digits of the SHA-256 of every path and file: another content has another address.
pub fn version(assets: &Path) -> Result<String, Fault> {
    let mut hash = Sha256::new();
    let mut folders = vec![assets.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(assets).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(fs::read(&path).map_err(|error| at(&path, &error))?);
        }
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// Drops the font formats that are not shipped, so that no browser asks for them in vain.
fn woff2_only(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("src:url(") {
        let (before, from) = rest.split_at(start + "src:".len());
        let end = from.find([';', '}']).unwrap_or(from.len());
        let (list, after) = from.split_at(end);
        let kept: Vec<&str> = list.split(',').filter(|source| source.contains(".woff2")).collect();
        out.push_str(before);
        out.push_str(&if kept.is_empty() { list.to_owned() } else { kept.join(",") });
        rest = after;
    }
    out.push_str(rest);
    out
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let read = fs::read_dir(folder).map_err(|error| at(folder, &error))?;
    let mut paths = read
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| at(folder, &error))?;
    paths.sort();
    Ok(paths)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    Ok(entries(folder)?.into_iter().filter(|path| path.is_file()).collect())
}

fn read(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|error| at(path, &error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| at(path, &error))
}

fn copy(from: &Path, to: &Path) -> Result<(), Fault> {
    write(to, &fs::read(from).map_err(|error| at(from, &error))?)
}

fn copy_into(file: &Path, folder: &Path) -> Result<(), Fault> {
    let name = file.file_name().ok_or_else(|| format!("{} has no name", file.display()))?;
    copy(file, &folder.join(name))
}
