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

comment on table $thread is 'A thread: its state, and what each message to it is computed from';

comment on column $thread.shape is 'code of the shape: direct or group';

comment on column $thread.created_by is 'key of a party, such as u:anna';

comment on column $thread.created_at is 'microseconds since 1970 UTC';

comment on column $thread.updated_at is 'time of the newest change that everyone sees';

comment on column $thread.activity_at is 'time of the newest active message; orders the boxes';

comment on column $thread.last_seq is 'seq of the newest message';

comment on column $thread.last_id is 'id of the newest message';

comment on column $thread.everyone_seq is 'seq of the newest message for everyone';

comment on column $thread.total_all is 'countable messages for everyone so far';

comment on column $thread.total_notes is 'countable internal notes so far';

comment on column $thread.preview_all_seq is 'seq of the message that previews show';

comment on column $thread.preview_internal_seq is 'the same for members who see internal notes';

comment on column $thread.last_deleted_seq is 'highest seq of a countable message that was deleted for everyone';

comment on column $thread.member_count is 'active members';

comment on column $thread.revision is 'raised by each change of the thread itself';

comment on column $thread.on_closed is 'code of the rule for messages to a closed thread';

comment on column $thread.reply_reads is 'code of the rule for how a reply moves the read position';

comment on column $thread.unanswered is 'rule: a thread without an answer is in the inbox of its author too';

comment on column $thread.revive_history is 'rule: a thread that its reader deleted comes back with its old messages';

comment on column $thread.min_members is 'rule: the number of members that must remain';

comment on column $thread.large is 'a message writes the row of its author alone';

comment on column $thread.active_all_seq is 'seq of the newest active message for everyone';

comment on column $thread.active_internal_seq is 'the same, internal notes included';

comment on column $thread.active_all_at is 'time of the newest active message for everyone';

comment on column $thread.before_all_seq is 'seq of the active message before the newest one, for everyone';

comment on column $thread.before_internal_seq is 'the same, internal notes included';

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
    sees_notes boolean generated always as (mod(rights, 32) >= 16) stored,
    sent_at bigint generated always as (
        case when active and mod(rights, 2) = 1 and own_seq > deleted_seq then own_at end) stored,
    primary key (tenant, thread_id, party)
);

comment on table $member is 'A party in a thread: its rights, its window on the messages, and its positions';

comment on column $member.party is 'key of a party, such as u:anna';

comment on column $member.rights is 'bits of the rights';

comment on column $member.active is 'is a member now';

comment on column $member.from_seq is 'the party sees messages after this seq';

comment on column $member.until_seq is 'the party sees messages up to this seq; null for a member';

comment on column $member.until_everyone is 'everyone_seq of the thread when the party left';

comment on column $member.until_total_all is 'total_all of the thread when the party left';

comment on column $member.until_total_notes is 'total_notes of the thread when the party left';

comment on column $member.read_seq is 'everything up to this seq is read';

comment on column $member.receipt_seq is 'highest read_seq so far';

comment on column $member.read_total_all is 'total_all of the thread at read_seq, without own messages';

comment on column $member.read_total_notes is 'total_notes of the thread at read_seq, without own messages';

comment on column $member.own_all is 'own countable messages for everyone';

comment on column $member.own_notes is 'own countable internal notes';

comment on column $member.own_seq is 'seq of the newest own active message';

comment on column $member.own_at is 'time of the newest own active message';

comment on column $member.newest_seq is 'seq of the newest message that puts the thread into the inbox';

comment on column $member.deleted_seq is 'the party deleted everything up to this seq for itself';

comment on column $member.archived_seq is 'the party archived everything up to this seq';

comment on column $member.last_hidden_seq is 'highest seq of a message that the party hid';

comment on column $member.activity_seq is 'seq of the newest active message';

comment on column $member.activity_at is 'time of the newest active message; orders the boxes';

comment on column $member.large_seq is 'the row is current up to this seq; null in a small thread, whose messages write each row';

comment on column $member.box is '-1 large thread, 0 none, 1 inbox, 2 archived, 3 only sent, 4 past member';

comment on column $member.sees_notes is 'may see internal notes';

comment on column $member.maybe_unread is 'may have unread messages; false in a large thread';

comment on column $member.sent_at is 'own_at if the thread is in the sent box';

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

comment on table $message is 'A message; only deleted and text change once it is stored';

comment on column $message.seq is 'position in the thread, from 1, without gaps';

comment on column $message.author is 'key of a party';

comment on column $message.kind is 'code of the kind';

comment on column $message.visibility is 'code: everyone or internal note';

comment on column $message.countable is 'counts as unread for others';

comment on column $message.active is 'moves the thread up in the boxes';

comment on column $message.previewable is 'previews may show it';

comment on column $message.deleted is 'deleted for everyone; the text is empty';

comment on column $message.quoted_seq is 'seq of the quoted message';

comment on column $message.sent_at is 'time that the sender gave';

comment on column $message.created_at is 'time of storing; grows with seq';

comment on column $message.total_all is 'total_all of the thread up to this message';

comment on column $message.total_notes is 'total_notes of the thread up to this message';

comment on column $message.own_all is 'own_all of the author up to this message';

comment on column $message.own_notes is 'own_notes of the author up to this message';

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

comment on table $deleted_message is 'A countable message that was deleted for everyone';

comment on column $deleted_message.author is 'key of a party';

comment on column $deleted_message.visibility is 'code: everyone or internal note';

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

comment on table $hidden_message is 'A message that a party deleted for itself';

comment on column $hidden_message.party is 'key of a party';

comment on column $hidden_message.counts is 'could be unread for the party';

comment on column $hidden_message.visibility is 'code: everyone or internal note';

-- A star; seq 0 is that of the thread itself.
create table if not exists $star (
    tenant varchar(64) collate "C" not null,
    party varchar(257) collate "C" not null,
    thread_id uuid not null,
    seq bigint not null,
    visibility smallint not null,
    primary key (tenant, party, thread_id, seq)
);

comment on table $star is 'A star of a party';

comment on column $star.party is 'key of a party';

comment on column $star.seq is 'seq of the message; 0 for the thread itself';

comment on column $star.visibility is 'code: everyone or internal note';

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

comment on table $claim is 'A name that can be taken once: a client key, or the pair of a direct thread';

comment on column $claim.kind is 'code: client key or pair';

comment on column $claim.name is 'party and key, or both parties';

comment on column $claim.message_id is 'the message that the key belongs to';

comment on column $claim.fingerprint is 'hash of the content that was sent with the key';

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

comment on table $log is 'The change log, one row for each change';

comment on column $log.id is 'drawn under the lock of what changed';

comment on column $log.kind is 'code of the change';

comment on column $log.seq is 'seq that the change concerns';

comment on column $log.party is 'party whose state changed; null if it is the thread';

comment on column $log.actor is 'party that made the change';

comment on column $log.happened_at is 'microseconds since 1970 UTC';

create index if not exists #log_thread on $log (tenant, thread_id, id);
