#!/bin/sh
# Installs Búp Trên Cành as a service on Debian or Ubuntu. Run again it upgrades, and touches neither data nor settings.
#   sudo deploy/install.sh target/release/bup web/dist
#   sudo deploy/install.sh --uninstall
set -eu
umask 022

NAME=bup
BINARY=/usr/local/bin/bup
SHARE=/usr/local/share/bup
DOCS=/usr/local/share/doc/bup
SETTINGS=/etc/bup
DATA=/var/lib/bup
UNIT=/etc/systemd/system/bup.service
HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

uninstall() {
    systemctl disable --now "$NAME" 2>/dev/null || true
    rm -f "$UNIT" "$BINARY"
    rm -rf "$SHARE" "$DOCS"
    systemctl daemon-reload
    # Never the data: it is the children's files and the only keys to them.
    echo "The program is removed. These stay; delete them by hand when you have a backup and are sure:"
    echo "  $DATA  $SETTINGS  and the user $NAME (deluser $NAME)"
}

[ "$(id -u)" -eq 0 ] || fail "run it as root (sudo)"
command -v systemctl >/dev/null || fail "there is no systemd on this machine"
if [ "${1:-}" = --uninstall ]; then
    uninstall
    exit 0
fi
[ $# -eq 2 ] || fail "usage: install.sh BINARY WEB_FOLDER, or install.sh --uninstall"
binary=$1
web=$2
[ -f "$binary" ] || fail "$binary is not there: cargo build --locked --release --bin bup"
[ -f "$web/index.html" ] || fail "$web has no index.html: cd web && npm ci && npm run build"
# A program for another processor, or with libraries that are not here, says so now and not as a service.
"$binary" --version >/dev/null 2>&1 || fail "$binary does not run on this machine; build it on one with the same system"

if ! getent passwd "$NAME" >/dev/null; then
    useradd --system --user-group --home-dir "$DATA" --no-create-home --shell /usr/sbin/nologin "$NAME"
fi
install -d -o "$NAME" -g "$NAME" -m 700 "$DATA"
install -d -o root -g "$NAME" -m 750 "$SETTINGS"
install -d -m 755 "$SHARE" "$DOCS"

# First everything beside what runs, then one rename each: an upgrade that fails half way leaves the old one whole.
install -m 755 "$binary" "$BINARY.new"
rm -rf "$SHARE/web.new" "$SHARE/web.old"
cp -R "$web" "$SHARE/web.new"
chown -R root:root "$SHARE/web.new"
chmod -R u=rwX,go=rX "$SHARE/web.new"
mv -f "$BINARY.new" "$BINARY"
if [ -d "$SHARE/web" ]; then mv "$SHARE/web" "$SHARE/web.old"; fi
mv "$SHARE/web.new" "$SHARE/web"
rm -rf "$SHARE/web.old"
if [ -f "$HERE/../docs/operations.md" ]; then install -m 644 "$HERE/../docs/operations.md" "$DOCS/"; fi

if [ ! -e "$SETTINGS/bup.toml" ]; then
    cat >"$SETTINGS/bup.toml" <<'SETTINGS_END'
# Settings of the server; `bup serve --help` and docs/operations.md name more. Secrets belong into bup.env.
host = "127.0.0.1"                                # the TLS proxy on this machine is the only one that may ask
port = 8080
#public_url = "https://bup.phuong.example.vn"     # what people type; links in mails and the safe cookie need it
#totp_roles = ["leader", "social_officer", "police", "admin"]   # who works with one-time codes; this is the default
#backup_dir = "/mnt/backup"                       # another disk; also: systemctl edit bup (deploy/README.md)
#backup_passphrase_file = "/etc/bup/passphrase"   # owner root, group bup, mode 640
SETTINGS_END
    chown root:"$NAME" "$SETTINGS/bup.toml"
    chmod 640 "$SETTINGS/bup.toml"
fi
if [ ! -e "$SETTINGS/bup.env" ]; then
    (umask 077 && echo "# Secrets, one NAME=value a line: PGPASSWORD, BUP_SMTP__PASSWORD, BUP_BACKUP_PASSPHRASE" >"$SETTINGS/bup.env")
fi
chown root:root "$SETTINGS/bup.env"
chmod 600 "$SETTINGS/bup.env"

install -m 644 "$HERE/bup.service" "$UNIT"
systemctl daemon-reload
systemctl enable "$NAME" >/dev/null
systemctl restart "$NAME"

waited=0
until systemctl is-active --quiet "$NAME" && [ "$waited" -ge 3 ]; do
    if [ "$waited" -ge 20 ]; then fail "the service did not start: journalctl -u $NAME -n 50"; fi
    sleep 1
    waited=$((waited + 1))
done

echo "Búp Trên Cành runs. What is left to do:"
echo "  1. The first account, printed once:   journalctl -u $NAME --since -5min"
echo "     Sign in with it at once: it must be changed there, and what the journal keeps is worth nothing after that."
echo "  2. TLS in front and public_url in $SETTINGS/bup.toml: deploy/Caddyfile or deploy/nginx.conf"
echo "  3. Backups to another disk: docs/operations.md"
echo "  4. Look it over:   sudo -u $NAME env BUP_DATA_DIR=$DATA sh -c 'cd $SETTINGS && $BINARY doctor'"
