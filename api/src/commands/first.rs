//! `bup init | setup-code`, and what `bup serve` says while there is no ward.

use std::path::Path;

use anyhow::{Result, bail};
use bup::access::Gate;
use bup::features::setup;
use bup::server::Application;

pub fn init(gate: &Gate, file: &Path) -> Result<()> {
    let accounts = setup::init(gate, file)?;
    println!("The ward is set up, with {} accounts. First passwords, shown once:", accounts.len());
    for (username, password) in accounts {
        println!("{username}\t{}", password.as_deref().unwrap_or("(as in the file)"));
    }
    Ok(())
}

pub fn code(gate: &Gate) -> Result<()> {
    let Some(code) = setup::fresh_code(gate)? else {
        bail!("there is a ward already: nothing is left to be set up");
    };
    println!("Setup code, for {} hours: {code}", setup::MINUTES / 60);
    Ok(())
}

pub fn greet(application: &Application, code: &str) {
    let here = format!("http://{}", application.address);
    let address = application.gate.services().config.public_url.as_deref().unwrap_or(&here);
    println!("No ward yet. Open {}/cai-dat and type this setup code:", address.trim_end_matches('/'));
    println!("    {code}");
    println!(
        "It counts for {} hours. Another: bup setup-code. Without a browser: bup init --from FILE",
        setup::MINUTES / 60
    );
}
