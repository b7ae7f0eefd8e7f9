//! The content security policies and the closed list of browser powers.

use super::Deployment;

/// Powers of the browser that the site never asks for.
const POWERS: &[&str] = &[
    "accelerometer",
    "autoplay",
    "bluetooth",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// A `Permissions-Policy` that closes every power.
pub fn permissions() -> String {
    let closed: Vec<String> = POWERS.iter().map(|power| format!("{power}=()")).collect();
    closed.join(", ")
}

/// The policy of a complete page.
pub fn page(deployment: &Deployment) -> String {
    let endpoint = deployment.endpoint.as_ref().map(|origin| format!(" {origin}")).unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; \
         manifest-src 'self'; worker-src 'self'; connect-src 'self'{endpoint}; base-uri 'none'; form-action 'none'; \
         object-src 'none'; frame-src 'none'; frame-ancestors 'none'"
    )
}

/// The policy of the pages that show a framed view of ours beside its snippet.
pub fn builder(deployment: &Deployment) -> String {
    page(deployment).replace("frame-src 'none'", "frame-src 'self'")
}

/// The policy of a framed page. Its origin is opaque, so the site's origin is spelled out; the site itself may frame it
/// too, for the page where snippets are made. A build whose origin is not known frames nothing but its own.
pub fn embed(deployment: &Deployment) -> String {
    let own = Some(deployment.origin.as_str()).filter(|origin| !origin.is_empty()).unwrap_or("'self'");
    let hosts: String = deployment.framed_by.iter().map(|host| format!(" {host}")).collect();
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'; style-src {own}; img-src {own}; connect-src {own}; \
         base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'; frame-ancestors {own}{hosts}"
    )
}

/// The policy of a hashed file. It matters for worker scripts, and for a picture opened by itself.
pub fn asset() -> String {
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'"
        .to_owned()
}
