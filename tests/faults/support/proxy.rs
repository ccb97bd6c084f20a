//! A network between the program and PostgreSQL that can be cut, blocked, swallow everything, or be slow.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What happens to what is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    Fine = 0,
    /// Nobody listens, and what was open is closed.
    Refused = 1,
    /// Everything is taken and nothing comes out: a pulled cable behind a switch.
    Swallows = 2,
    /// A fifth of a second for each packet.
    Slow = 3,
}

struct State {
    network: AtomicU8,
    /// Connections of an earlier number are closed.
    cut: AtomicU64,
    target: String,
}

pub struct Proxy {
    port: u16,
    state: Arc<State>,
    listener: Mutex<Option<TcpListener>>,
}

impl Proxy {
    /// A way to the server of a database's URL, and that URL by this way.
    pub fn to(url: &str) -> (Self, String) {
        let (before, rest) = url.split_once('@').expect("a URL with a password");
        let (target, after) = rest.split_once('/').expect("a database");
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let state = State { network: AtomicU8::new(0), cut: AtomicU64::new(0), target: target.to_owned() };
        let proxy = Self { port, state: Arc::new(state), listener: Mutex::new(None) };
        proxy.listen(listener);
        (proxy, format!("{before}@127.0.0.1:{port}/{after}"))
    }

    pub fn is(&self, network: Network) {
        self.state.network.store(network as u8, Ordering::SeqCst);
        if network == Network::Refused {
            self.cut();
            let listener = self.listener.lock().expect("nobody died").take();
            if let Some(listener) = listener {
                drop(listener);
                // The accepting thread holds a copy until it looks again.
                let _ = TcpStream::connect(("127.0.0.1", self.port));
            }
        } else if self.listener.lock().expect("nobody died").is_none() {
            self.listen(TcpListener::bind(("127.0.0.1", self.port)).expect("the same port"));
        }
    }

    /// Closes every connection; new ones are welcome.
    pub fn cut(&self) {
        self.state.cut.fetch_add(1, Ordering::SeqCst);
    }

    fn listen(&self, listener: TcpListener) {
        *self.listener.lock().expect("nobody died") = Some(listener.try_clone().expect("a copy"));
        let state = Arc::clone(&self.state);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                if state.network() == Network::Refused as u8 {
                    return;
                }
                let (Ok(client), state) = (client, Arc::clone(&state)) else { continue };
                std::thread::spawn(move || pass(&client, &state));
            }
        });
    }
}

impl State {
    fn network(&self) -> u8 {
        self.network.load(Ordering::SeqCst)
    }
}

fn pass(client: &TcpStream, state: &Arc<State>) -> std::io::Result<()> {
    let number = state.cut.load(Ordering::SeqCst);
    while state.network() == Network::Swallows as u8 {
        std::thread::sleep(Duration::from_millis(20));
    }
    let server = TcpStream::connect(&state.target)?;
    for (from, to) in [(client.try_clone()?, server.try_clone()?), (server.try_clone()?, client.try_clone()?)] {
        let state = Arc::clone(state);
        from.set_read_timeout(Some(Duration::from_millis(100)))?;
        to.set_nodelay(true)?;
        std::thread::spawn(move || {
            pump(&from, &to, &state, number);
            let _ = (from.shutdown(std::net::Shutdown::Both), to.shutdown(std::net::Shutdown::Both));
        });
    }
    Ok(())
}

fn pump(mut from: &TcpStream, mut to: &TcpStream, state: &State, number: u64) {
    let mut bytes = [0; 16 * 1024];
    while state.cut.load(Ordering::SeqCst) == number {
        let count = match from.read(&mut bytes) {
            Ok(0) => return,
            Ok(count) => count,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => continue,
            Err(_) => return,
        };
        while state.network() == Network::Swallows as u8 {
            if state.cut.load(Ordering::SeqCst) != number {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        if state.network() == Network::Slow as u8 {
            std::thread::sleep(Duration::from_millis(200));
        }
        if to.write_all(&bytes[..count]).is_err() {
            return;
        }
    }
}
