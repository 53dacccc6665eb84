-- Each statement can be run again: several nodes may start at once, and one that died half-way is no obstacle.
-- Times are microseconds since 1970 UTC. Parties are kept as their key, such as u:anna.
-- $ is the schema and the table prefix, # the prefix alone.
-- Numbers ending in _all count messages for everyone, those ending in _notes count internal notes. Positions with _all in
-- their name are those of messages for everyone, positions with _internal are those of all messages, notes included.

-- A message to a large thread writes no member row but its author's. The other rows lack what the thread has: the seq of the
-- last active message and of the one before it, for everyone (_all) and with internal notes (_internal).

create table if not exists $thread (
    tenant varchar(64) not null,
    id uuid not null,
    shape smallint not null comment 'code of the shape: direct or group',
    subject varchar(1000) not null,
    created_by varchar(257) not null comment 'key of a party, such as u:anna',
    created_at bigint not null comment 'microseconds since 1970 UTC',
    updated_at bigint not null comment 'time of the newest change that everyone sees',
    activity_at bigint not null comment 'time of the newest active message; orders the boxes',
    last_seq bigint not null comment 'seq of the newest message',
    last_id uuid comment 'id of the newest message',
    everyone_seq bigint not null comment 'seq of the newest message for everyone',
    total_all bigint not null comment 'countable messages for everyone so far',
    total_notes bigint not null comment 'countable internal notes so far',
    preview_all_seq bigint not null comment 'seq of the message that previews show',
    preview_internal_seq bigint not null comment 'the same for members who see internal notes',
    last_deleted_seq bigint not null comment 'highest seq of a countable message that was deleted for everyone',
    member_count int not null comment 'active members',
    revision bigint not null comment 'raised by each change of the thread itself',
    closed_at bigint,
    closed_by varchar(257),
    on_closed smallint not null comment 'code of the rule for messages to a closed thread',
    reply_reads smallint not null comment 'code of the rule for how a reply moves the read position',
    unanswered boolean not null comment 'rule: a thread without an answer is in the inbox of its author too',
    revive_history boolean not null comment 'rule: a thread that its reader deleted comes back with its old messages',
    min_members int not null comment 'rule: the number of members that must remain',
    large boolean default false not null comment 'a message writes the row of its author alone',
    active_all_seq bigint default 0 not null comment 'seq of the newest active message for everyone',
    active_internal_seq bigint default 0 not null comment 'the same, internal notes included',
    active_all_at bigint default 0 not null comment 'time of the newest active message for everyone',
    before_all_seq bigint default 0 not null comment 'seq of the active message before the newest one, for everyone',
    before_internal_seq bigint default 0 not null comment 'the same, internal notes included',
    primary key (tenant, id)
);

comment on table $thread is 'A thread: its state, and what each message to it is computed from';

-- Where a thread stands in a mailbox is computed by the database from the positions of the same row.
-- large_seq: up to which message the row of a large thread says how things stand; null in a small one.
-- box: -1 in a large thread, 1 inbox, 2 archived, 3 only sent, 4 seen as a past member, 0 none.
create table if not exists $member (
    tenant varchar(64) not null,
    thread_id uuid not null,
    party varchar(257) not null comment 'key of a party, such as u:anna',
    rights smallint not null comment 'bits of the rights',
    active boolean not null comment 'is a member now',
    joined_at bigint not null,
    left_at bigint,
    from_seq bigint not null comment 'the party sees messages after this seq',
    until_seq bigint comment 'the party sees messages up to this seq; null for a member',
    until_everyone bigint comment 'everyone_seq of the thread when the party left',
    until_total_all bigint comment 'total_all of the thread when the party left',
    until_total_notes bigint comment 'total_notes of the thread when the party left',
    read_seq bigint not null comment 'everything up to this seq is read',
    receipt_seq bigint not null comment 'highest read_seq so far',
    read_total_all bigint not null comment 'total_all of the thread at read_seq, without own messages',
    read_total_notes bigint not null comment 'total_notes of the thread at read_seq, without own messages',
    own_all bigint not null comment 'own countable messages for everyone',
    own_notes bigint not null comment 'own countable internal notes',
    own_seq bigint not null comment 'seq of the newest own active message',
    own_at bigint comment 'time of the newest own active message',
    newest_seq bigint not null comment 'seq of the newest message that puts the thread into the inbox',
    deleted_seq bigint not null comment 'the party deleted everything up to this seq for itself',
    archived_seq bigint not null comment 'the party archived everything up to this seq',
    last_hidden_seq bigint not null comment 'highest seq of a message that the party hid',
    activity_seq bigint not null comment 'seq of the newest active message',
    activity_at bigint not null comment 'time of the newest active message; orders the boxes',
    large_seq bigint comment 'the row is current up to this seq; null in a small thread, whose messages write each row',
    box smallint generated always as (
        case
            when mod(rights, 2) = 0 then 0
            when large_seq is not null then -1
            when newest_seq <= deleted_seq and own_seq <= deleted_seq then 0
            when not active then 4
            when newest_seq <= deleted_seq then 3
            when newest_seq <= archived_seq then 2
            else 1
        end) comment '-1 large thread, 0 none, 1 inbox, 2 archived, 3 only sent, 4 past member',
    maybe_unread boolean generated always as (large_seq is null and newest_seq > read_seq) comment 'may have unread messages; false in a large thread',
    sees_notes boolean generated always as (mod(rights, 32) >= 16) comment 'may see internal notes',
    sent_at bigint generated always as (
        case when active and mod(rights, 2) = 1 and own_seq > deleted_seq then own_at end) comment 'own_at if the thread is in the sent box',
    primary key (tenant, thread_id, party)
);

comment on table $member is 'A party in a thread: its rights, its window on the messages, and its positions';

create index if not exists $member_inbox on $member (tenant, party, box, activity_at desc, thread_id desc);

create index if not exists $member_maybe_unread on $member (tenant, party, maybe_unread, box, activity_at desc, thread_id desc);

create index if not exists $member_sent on $member (tenant, party, sent_at desc, thread_id desc);

-- Written once, but for deleted and text. The totals are those up to and including the message: of the thread, and
-- of its author. Descending, because H2 reads no index backwards.
create table if not exists $message (
    tenant varchar(64) not null,
    thread_id uuid not null,
    seq bigint not null comment 'position in the thread, from 1, without gaps',
    id uuid not null,
    author varchar(257) not null comment 'key of a party',
    kind smallint not null comment 'code of the kind',
    visibility smallint not null comment 'code: everyone or internal note',
    countable boolean not null comment 'counts as unread for others',
    active boolean not null comment 'moves the thread up in the boxes',
    previewable boolean not null comment 'previews may show it',
    deleted boolean not null comment 'deleted for everyone; the text is empty',
    text varchar(1000000) not null,
    quoted_seq bigint comment 'seq of the quoted message',
    sent_at bigint not null comment 'time that the sender gave',
    created_at bigint not null comment 'time of storing; grows with seq',
    total_all bigint not null comment 'total_all of the thread up to this message',
    total_notes bigint not null comment 'total_notes of the thread up to this message',
    own_all bigint not null comment 'own_all of the author up to this message',
    own_notes bigint not null comment 'own_notes of the author up to this message',
    primary key (tenant, thread_id, seq desc),
    unique (tenant, id)
);

comment on table $message is 'A message; only deleted and text change once it is stored';

create index if not exists $message_own on $message (tenant, thread_id, author, seq desc);

-- A countable message that was deleted for everyone.
create table if not exists $deleted_message (
    tenant varchar(64) not null,
    thread_id uuid not null,
    seq bigint not null,
    author varchar(257) not null comment 'key of a party',
    visibility smallint not null comment 'code: everyone or internal note',
    primary key (tenant, thread_id, seq)
);

comment on table $deleted_message is 'A countable message that was deleted for everyone';

-- A message that a party deleted for itself, and whether it could be unread for it.
create table if not exists $hidden_message (
    tenant varchar(64) not null,
    party varchar(257) not null comment 'key of a party',
    thread_id uuid not null,
    seq bigint not null,
    counts boolean not null comment 'could be unread for the party',
    visibility smallint not null comment 'code: everyone or internal note',
    primary key (tenant, party, thread_id, seq)
);

comment on table $hidden_message is 'A message that a party deleted for itself';

-- A star; seq 0 is that of the thread itself.
create table if not exists $star (
    tenant varchar(64) not null,
    party varchar(257) not null comment 'key of a party',
    thread_id uuid not null,
    seq bigint not null comment 'seq of the message; 0 for the thread itself',
    visibility smallint not null comment 'code: everyone or internal note',
    primary key (tenant, party, thread_id, seq)
);

comment on table $star is 'A star of a party';

create table if not exists $claim (
    tenant varchar(64) not null,
    kind smallint not null comment 'code: client key or pair',
    name varchar(522) not null comment 'party and key, or both parties',
    thread_id uuid not null,
    message_id uuid comment 'the message that the key belongs to',
    seq bigint not null,
    fingerprint varchar(80) not null comment 'hash of the content that was sent with the key',
    created_at bigint not null,
    primary key (tenant, kind, name)
);

comment on table $claim is 'A name that can be taken once: a client key, or the pair of a direct thread';

create index if not exists $claim_thread on $claim (tenant, thread_id);

-- id is drawn under the lock of what changed.
create table if not exists $log (
    id bigint generated always as identity comment 'drawn under the lock of what changed' primary key,
    tenant varchar(64) not null,
    thread_id uuid not null,
    kind smallint not null comment 'code of the change',
    seq bigint not null comment 'seq that the change concerns',
    party varchar(257) comment 'party whose state changed; null if it is the thread',
    actor varchar(257) not null comment 'party that made the change',
    happened_at bigint not null comment 'microseconds since 1970 UTC'
);

comment on table $log is 'The change log, one row for each change';

create index if not exists $log_thread on $log (tenant, thread_id, id);
