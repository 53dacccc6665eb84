-- Each statement can be run again: several nodes may start at once, and one that died half-way is no obstacle.
-- Times are microseconds since 1970 UTC. Parties are kept as their key, such as u:anna.
-- $ is the schema and the table prefix, # the prefix alone.
-- Numbers ending in _all count messages for everyone, those ending in _notes count internal notes. Positions with _all in
-- their name are those of messages for everyone, positions with _internal are those of all messages, notes included.

-- A message to a large thread writes no member row but its author's. The other rows lack what the thread has: the seq of the
-- last active message and of the one before it, for everyone (_all) and with internal notes (_internal).

create table if not exists $thread (
    tenant varchar(64) collate "C" not null,
    id uuid not null,
    shape smallint not null,
    subject varchar(1000) collate "C" not null,
    created_by varchar(257) collate "C" not null,
    created_at bigint not null,
    updated_at bigint not null,
    activity_at bigint not null,
    last_seq bigint not null,
    last_id uuid,
    everyone_seq bigint not null,
    total_all bigint not null,
    total_notes bigint not null,
    preview_all_seq bigint not null,
    preview_internal_seq bigint not null,
    last_deleted_seq bigint not null,
    member_count int not null,
    revision bigint not null,
    closed_at bigint,
    closed_by varchar(257) collate "C",
    on_closed smallint not null,
    reply_reads smallint not null,
    unanswered boolean not null,
    revive_history boolean not null,
    min_members int not null,
    large boolean default false not null,
    active_all_seq bigint default 0 not null,
    active_internal_seq bigint default 0 not null,
    active_all_at bigint default 0 not null,
    before_all_seq bigint default 0 not null,
    before_internal_seq bigint default 0 not null,
    primary key (tenant, id)
);

-- Where a thread stands in a mailbox is computed by the database from the positions of the same row.
-- large_seq: up to which message the row of a large thread says how things stand; null in a small one.
-- box: -1 in a large thread, 1 inbox, 2 archived, 3 only sent, 4 seen as a past member, 0 none.
create table if not exists $member (
    tenant varchar(64) collate "C" not null,
    thread_id uuid not null,
    party varchar(257) collate "C" not null,
    rights smallint not null,
    active boolean not null,
    joined_at bigint not null,
    left_at bigint,
    from_seq bigint not null,
    until_seq bigint,
    until_everyone bigint,
    until_total_all bigint,
    until_total_notes bigint,
    read_seq bigint not null,
    receipt_seq bigint not null,
    read_total_all bigint not null,
    read_total_notes bigint not null,
    own_all bigint not null,
    own_notes bigint not null,
    own_seq bigint not null,
    own_at bigint,
    newest_seq bigint not null,
    deleted_seq bigint not null,
    archived_seq bigint not null,
    last_hidden_seq bigint not null,
    activity_seq bigint not null,
    activity_at bigint not null,
    large_seq bigint,
    box smallint generated always as (
        case
            when mod(rights, 2) = 0 then 0
            when large_seq is not null then -1
            when newest_seq <= deleted_seq and own_seq <= deleted_seq then 0
            when not active then 4
            when newest_seq <= deleted_seq then 3
            when newest_seq <= archived_seq then 2
            else 1
        end) stored,
    maybe_unread boolean generated always as (large_seq is null and newest_seq > read_seq) stored,
    sent_at bigint generated always as (
        case when active and mod(rights, 2) = 1 and own_seq > deleted_seq then own_at end) stored,
    primary key (tenant, thread_id, party)
);

create index if not exists #member_inbox on $member (tenant, party, box, activity_at desc, thread_id desc);

create index if not exists #member_maybe_unread on $member (tenant, party, maybe_unread, box, activity_at desc, thread_id desc);

create index if not exists #member_sent on $member (tenant, party, sent_at desc, thread_id desc);

-- Written once, but for deleted and text. The totals are those up to and including the message: of the thread, and
-- of its author.
create table if not exists $message (
    tenant varchar(64) collate "C" not null,
    thread_id uuid not null,
    seq bigint not null,
    id uuid not null,
    author varchar(257) collate "C" not null,
    kind smallint not null,
    visibility smallint not null,
    countable boolean not null,
    active boolean not null,
    previewable boolean not null,
    deleted boolean not null,
    text text not null,
    quoted_seq bigint,
    sent_at bigint not null,
    created_at bigint not null,
    total_all bigint not null,
    total_notes bigint not null,
    own_all bigint not null,
    own_notes bigint not null,
    primary key (tenant, thread_id, seq),
    unique (tenant, id)
);

-- A plan that is kept for all threads and authors goes by how many there are. Where most threads are short, or few parties
-- write, the planner would take the primary key for as good as the index by author, and read a long thread for the last
-- message of somebody who wrote none. From the next ANALYZE on it assumes a thousand messages of a thread, and a hundred
-- of an author.
alter table $message
    alter column thread_id set (n_distinct = -0.001),
    alter column author set (n_distinct = -0.01);

create index if not exists #message_own on $message (tenant, thread_id, author, seq desc);

-- A countable message that was deleted for everyone.
create table if not exists $deleted_message (
    tenant varchar(64) collate "C" not null,
    thread_id uuid not null,
    seq bigint not null,
    author varchar(257) collate "C" not null,
    visibility smallint not null,
    primary key (tenant, thread_id, seq)
);

-- A message that a party deleted for itself, and whether it could be unread for it.
create table if not exists $hidden_message (
    tenant varchar(64) collate "C" not null,
    party varchar(257) collate "C" not null,
    thread_id uuid not null,
    seq bigint not null,
    counts boolean not null,
    visibility smallint not null,
    primary key (tenant, party, thread_id, seq)
);

-- A star; seq 0 is that of the thread itself.
create table if not exists $star (
    tenant varchar(64) collate "C" not null,
    party varchar(257) collate "C" not null,
    thread_id uuid not null,
    seq bigint not null,
    visibility smallint not null,
    primary key (tenant, party, thread_id, seq)
);

create table if not exists $claim (
    tenant varchar(64) collate "C" not null,
    kind smallint not null,
    name varchar(522) collate "C" not null,
    thread_id uuid not null,
    message_id uuid,
    seq bigint not null,
    fingerprint varchar(80) collate "C" not null,
    created_at bigint not null,
    primary key (tenant, kind, name)
);

create index if not exists #claim_thread on $claim (tenant, thread_id);

-- id is drawn under the lock of what changed.
create table if not exists $log (
    id bigint generated always as identity,
    tenant varchar(64) collate "C" not null,
    thread_id uuid not null,
    kind smallint not null,
    seq bigint not null,
    party varchar(257) collate "C",
    actor varchar(257) collate "C" not null,
    happened_at bigint not null,
    primary key (tenant, id)
);

create index if not exists #log_thread on $log (tenant, thread_id, id);
