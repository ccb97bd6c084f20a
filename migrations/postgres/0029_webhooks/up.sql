-- Who wants to be told of what, and where. Without a ward: of a superior unit, of the wards below it.
CREATE TABLE webhooks (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  ward_id TEXT COLLATE "C" REFERENCES wards (id),
  unit_id TEXT COLLATE "C" NOT NULL REFERENCES units (id),
  -- The machine that keeps it; nobody's where the administrator does.
  service_account_id TEXT COLLATE "C" REFERENCES service_accounts (id),
  url TEXT NOT NULL,
  events TEXT NOT NULL,
  description TEXT NOT NULL,
  active BOOLEAN NOT NULL,
  secret TEXT NOT NULL,
  old_secret TEXT,
  old_secret_until TIMESTAMP,
  -- Since when nothing went through; empty while it does.
  failing_since TIMESTAMP,
  switched_off_at TIMESTAMP,
  created_by_id TEXT COLLATE "C" REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX webhooks_by_ward ON webhooks (ward_id, created_at, id);
CREATE INDEX webhooks_by_unit ON webhooks (unit_id);
CREATE INDEX webhooks_by_account ON webhooks (service_account_id, created_at, id);

-- One message for one subscription: written in the transaction of what it tells.
CREATE TABLE webhook_deliveries (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  webhook_id TEXT COLLATE "C" NOT NULL REFERENCES webhooks (id),
  event TEXT NOT NULL,
  ward_id TEXT COLLATE "C" REFERENCES wards (id),
  row_id TEXT COLLATE "C" NOT NULL,
  occurred_at TIMESTAMP NOT NULL,
  status TEXT NOT NULL,
  tries INTEGER NOT NULL,
  -- Tries of the round that goes on: a replay begins a new one.
  round_tries INTEGER NOT NULL,
  next_try_at TIMESTAMP NOT NULL,
  delivered_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, created_at, id);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (status, next_try_at, id);

CREATE TABLE webhook_attempts (
  id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  delivery_id TEXT COLLATE "C" NOT NULL REFERENCES webhook_deliveries (id),
  at TIMESTAMP NOT NULL,
  status INTEGER,
  reason TEXT NOT NULL,
  duration_ms BIGINT NOT NULL
);
CREATE INDEX webhook_attempts_by_delivery ON webhook_attempts (delivery_id, id);
