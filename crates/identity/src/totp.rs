//! Codes of an authenticator app: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which every app understands.

use qrcodegen::{QrCode, QrCodeEcc};
use totp_rs::{Builder, Secret, Totp};

/// Seconds that a code is for.
const STEP: i64 = 30;
/// Steps that the phone's clock may be ahead or behind.
const SKEW: i64 = 1;
/// Bytes of a secret: what RFC 4226, section 4, recommends.
const LENGTH: usize = 20;
/// Modules of white around a QR code; ISO/IEC 18004 asks for four.
const BORDER: i32 = 4;

/// Why a code could not be prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TotpFault {
    #[error("the machine gives no random numbers")]
    Random,
    #[error("the secret is no base32 of at least 16 bytes")]
    Secret,
    /// Nothing that an app could show for it.
    #[error("the account has no name")]
    Account,
    #[error("the address is too long for a QR code")]
    TooLong,
}

/// A new secret in base32, of 160 bits from the operating system.
pub fn new_secret() -> Result<String, TotpFault> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(|_| TotpFault::Random)?;
    Ok(Secret::new_stack(bytes).to_base32())
}

/// The `otpauth://` address that an app reads the secret from. It is as secret as the secret.
///
/// `account` and `issuer` are what the app shows; colons in them become spaces, as the form of address demands.
pub fn address(secret: &str, account: &str, issuer: &str) -> Result<String, TotpFault> {
    let account = account.replace(':', " ");
    if account.trim().is_empty() {
        return Err(TotpFault::Account);
    }
    let named = builder(secret)?.with_account_name(account).with_issuer(Some(issuer.replace(':', " ")));
    named.build().and_then(|totp| totp.to_url()).map_err(|_| TotpFault::Secret)
}

/// The step that a code is for, when it is for `now` (seconds since 1970) or one step off, and after `last_step`, the
/// last one that was used: keep what comes back, so that a code is good for one sign-in alone.
///
/// Spaces in the code are passed over. A secret that cannot be read has no codes.
pub fn check(secret: &str, code: &str, now: i64, last_step: Option<i64>) -> Option<i64> {
    let totp = builder(secret).ok()?.build().ok()?;
    let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let current = now.div_euclid(STEP);
    let first = current.saturating_sub(SKEW).max(last_step.map_or(0, |last| last.saturating_add(1)));
    (first..=current.saturating_add(SKEW)).find(|step| is_code(&totp, &code, *step))
}

/// An address as a QR code: SVG without script, style or reference. Unnamed and hidden from screen readers, which have no
/// use for it: show the secret as text beside it.
pub fn qr_svg(address: &str) -> Result<String, TotpFault> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).map_err(|_| TotpFault::TooLong)?;
    let size = code.size() + 2 * BORDER;
    let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let path: String = dark
        .filter(|(x, y)| code.get_module(*x, *y))
        .map(|(x, y)| format!("M{},{}h1v1h-1z", x + BORDER, y + BORDER))
        .collect();
    Ok(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="240" height="240" shape-rendering="crispEdges" aria-hidden="true"><rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>"##
    ))
}

fn builder(secret: &str) -> Result<Builder, TotpFault> {
    let secret = Secret::try_from_base32(secret).map_err(|_| TotpFault::Secret)?;
    Ok(Builder::new().with_secret(secret).with_skew(0))
}

/// Takes the same time for every code of six digits.
fn is_code(totp: &Totp, code: &str, step: i64) -> bool {
    let seconds = step.checked_mul(STEP).and_then(|seconds| u64::try_from(seconds).ok());
    seconds.is_some_and(|seconds| totp.check(code, seconds).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "12345678901234567890", the secret of RFC 6238, appendix B.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn the_codes_of_the_rfc() {
        let codes = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (now, code) in codes {
            assert_eq!(check(SECRET, code, now, None), Some(now / 30), "{now}");
        }
    }

    #[test]
    fn one_step_off_and_no_more() {
        let at = |now| check(SECRET, "050471", now, None);
        let step = 37_037_037;
        assert_eq!(at(step * 30 - 31), None);
        assert_eq!(at(step * 30 - 30), Some(step));
        assert_eq!(at(step * 30 + 59), Some(step));
        assert_eq!(at(step * 30 + 60), None);
    }

    #[test]
    fn a_code_is_good_once() {
        let now = 1_111_111_111;
        let used = check(SECRET, "050 471", now, None);
        assert_eq!(used, Some(37_037_037));
        assert_eq!(check(SECRET, "050471", now, used), None);
        assert_eq!(check(SECRET, "050471", now, Some(37_037_036)), used);
        // The step before was missed, and stays so.
        assert_eq!(check(SECRET, "081804", now, used), None);
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for code in ["", "50471", "0050471", "+50471", "05047a", "٠٥٠٤٧١", "050471050471"] {
            assert_eq!(check(SECRET, code, 1_111_111_111, None), None, "{code}");
        }
        assert_eq!(check("no base32!", "050471", 1_111_111_111, None), None);
        assert_eq!(check("GEZDGNBV", "050471", 1_111_111_111, None), None);
        for now in [i64::MIN, -1, i64::MAX] {
            assert_eq!(check(SECRET, "050471", now, None), None);
            assert_eq!(check(SECRET, "050471", now, Some(i64::MAX)), None);
        }
    }

    #[test]
    fn a_new_secret_is_long_and_new() {
        let (one, other) = (new_secret().unwrap(), new_secret().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
        assert!(address(&one, "a", "b").is_ok());
    }

    #[test]
    fn the_address_names_issuer_and_account() {
        let address = address(SECRET, "bo@ishøj.example", "Lods: Prøve").unwrap();
        assert!(address.starts_with("otpauth://totp/Lods%20%20Pr%C3%B8ve:bo%40ish%C3%B8j.example?"), "{address}");
        assert!(address.contains(SECRET), "{address}");
        assert_eq!(super::address(SECRET, " ", "Lods"), Err(TotpFault::Account));
        assert_eq!(super::address("123", "bo", "Lods"), Err(TotpFault::Secret));
    }

    #[test]
    fn the_qr_code_is_a_drawing_alone() {
        let svg = qr_svg(&address(SECRET, "bo", "Lods").unwrap()).unwrap();
        let drawing = roxmltree::Document::parse(&svg).unwrap();
        let names: Vec<&str> =
            drawing.descendants().filter(|node| node.is_element()).map(|node| node.tag_name().name()).collect();
        assert_eq!(names, ["svg", "rect", "path"]);
        assert!(!svg.contains("href") && !svg.contains("style") && !svg.contains(SECRET));
        assert_eq!(qr_svg(&"a".repeat(5_000)), Err(TotpFault::TooLong));
    }
}
