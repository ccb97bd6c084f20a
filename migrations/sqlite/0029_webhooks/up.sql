-- Who wants to be told of what, and where. Without a ward: of a superior unit, of the wards below it.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY NOT NULL,
  ward_id TEXT REFERENCES wards (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  -- The machine that keeps it; nobody's where the administrator does.
  service_account_id TEXT REFERENCES service_accounts (id),
  url TEXT NOT NULL,
  events TEXT NOT NULL,
  description TEXT NOT NULL,
  active INTEGER NOT NULL,
  secret TEXT NOT NULL,
  old_secret TEXT,
  old_secret_until TEXT,
  -- Since when nothing went through; empty while it does.
  failing_since TEXT,
  switched_off_at TEXT,
  created_by_id TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX webhooks_by_ward ON webhooks (ward_id, created_at, id);
CREATE INDEX webhooks_by_unit ON webhooks (unit_id);
CREATE INDEX webhooks_by_account ON webhooks (service_account_id, created_at, id);

-- One message for one subscription: written in the transaction of what it tells.
CREATE TABLE webhook_deliveries (
  id TEXT PRIMARY KEY NOT NULL,
  webhook_id TEXT NOT NULL REFERENCES webhooks (id),
  event TEXT NOT NULL,
  ward_id TEXT REFERENCES wards (id),
  row_id TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  status TEXT NOT NULL,
  tries INTEGER NOT NULL,
  -- Tries of the round that goes on: a replay begins a new one.
  round_tries INTEGER NOT NULL,
  next_try_at TEXT NOT NULL,
  delivered_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, created_at, id);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (status, next_try_at, id);

CREATE TABLE webhook_attempts (
  id TEXT PRIMARY KEY NOT NULL,
  delivery_id TEXT NOT NULL REFERENCES webhook_deliveries (id),
  at TEXT NOT NULL,
  status INTEGER,
  reason TEXT NOT NULL,
  duration_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX webhook_attempts_by_delivery ON webhook_attempts (delivery_id, id);
