-- One row an alert: where it stands after the newest of its events.
create table alert (
    id               varchar(200) primary key,
    last_sequence    bigint not null,
    state            varchar(20) not null,
    severity         varchar(20) not null,
    highest_severity varchar(20) not null,
    fired            boolean not null,
    withdrawn        boolean not null,
    rule_id          varchar(200) not null,
    rule_version     integer not null,
    stream           varchar(200) not null,
    sensor_id        varchar(200) not null,
    reading_value    double precision,
    limit_value      double precision,
    reason           varchar(2000) not null,
    reason_code      varchar(200) not null,
    reason_args      varchar not null,
    opened_at        timestamp(6) with time zone not null,
    resolved_at      timestamp(6) with time zone,
    updated_at       timestamp(6) with time zone not null
);
create index alert_opened on alert (opened_at, id);
create index alert_state on alert (state, severity);
create index alert_series on alert (stream, sensor_id, opened_at);

-- Every event, as it stood on the topic.
create table alert_event (
    alert_id       varchar(200) not null,
    sequence       bigint not null,
    state          varchar(20) not null,
    at             timestamp(6) with time zone not null,
    body           varchar not null,
    log_partition  integer not null,
    log_offset     bigint not null,
    primary key (alert_id, sequence)
);

-- How far each partition of the topic was read, written in the transaction that wrote what was read.
create table projection_position (
    cluster_id    varchar(100) not null,
    log_partition integer not null,
    next_offset   bigint not null,
    primary key (cluster_id, log_partition)
);
