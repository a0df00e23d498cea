-- One row an incident: where it stands after the newest of its events.
create table incident (
    id                    varchar(200) primary key,
    last_sequence         bigint not null,
    target                varchar(200) not null,
    kind                  varchar(200) not null,
    still_open            boolean not null,
    verdict               varchar(200),
    detected_at           timestamp(6) with time zone not null,
    closed_at             timestamp(6) with time zone,
    detected_after_millis bigint not null,
    took_millis           bigint not null,
    remedies              varchar not null,
    sentence              varchar(2000) not null
);
create index incident_detected on incident (detected_at, id);
create index incident_target on incident (target, detected_at);

-- Every event, as it stood on the topic.
create table incident_event (
    incident_id    varchar(200) not null,
    sequence       bigint not null,
    body           varchar not null,
    log_partition  integer not null,
    log_offset     bigint not null,
    primary key (incident_id, sequence)
);

-- How far each partition was read, now of more than one topic.
create table topic_position (
    cluster_id    varchar(100) not null,
    topic         varchar(200) not null,
    log_partition integer not null,
    next_offset   bigint not null,
    primary key (cluster_id, topic, log_partition)
);
insert into topic_position (cluster_id, topic, log_partition, next_offset)
    select cluster_id, 'alerts', log_partition, next_offset from projection_position;
drop table projection_position;
