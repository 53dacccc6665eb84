-- A message to a large thread writes no member row but its author's. What the other rows do not say is in the thread:
-- the seq of the last active message and of the one before it, for everyone (_e) and with internal notes (_i).
-- Each statement can be run again. No node of an older version may write meanwhile or afterwards.

alter table $thread
    add column if not exists large boolean not null default false,
    add column if not exists active_e_seq bigint not null default 0,
    add column if not exists active_i_seq bigint not null default 0,
    add column if not exists active_e_at bigint not null default 0,
    add column if not exists before_e_seq bigint not null default 0,
    add column if not exists before_i_seq bigint not null default 0;

update $thread set
    active_e_seq = coalesce((select max(x.seq) from $message x
        where x.tenant = $thread.tenant and x.thread_id = $thread.id and x.active and x.visibility = 1), 0),
    active_i_seq = coalesce((select max(x.seq) from $message x
        where x.tenant = $thread.tenant and x.thread_id = $thread.id and x.active), 0),
    active_e_at = coalesce((select max(x.created_at) from $message x
        where x.tenant = $thread.tenant and x.thread_id = $thread.id and x.active and x.visibility = 1), 0);

update $thread set
    before_e_seq = coalesce((select max(x.seq) from $message x
        where x.tenant = $thread.tenant and x.thread_id = $thread.id and x.active and x.visibility = 1 and x.seq < $thread.active_e_seq), 0),
    before_i_seq = coalesce((select max(x.seq) from $message x
        where x.tenant = $thread.tenant and x.thread_id = $thread.id and x.active and x.seq < $thread.active_i_seq), 0);

-- large_seq: up to which message the row of a large thread says how things stand; null in a small one.
-- box: -1 in a large thread, 1 inbox, 2 archived, 3 only sent, 4 seen as a past member, 0 none.
alter table $member
    add column if not exists large_seq bigint,
    drop column if exists box,
    drop column if exists fresh;

alter table $member
    add column if not exists box smallint generated always as (
        case
            when mod(rights, 2) = 0 then 0
            when large_seq is not null then -1
            when newest_seq <= deleted_seq and own_seq <= deleted_seq then 0
            when not active then 4
            when newest_seq <= deleted_seq then 3
            when newest_seq <= archived_seq then 2
            else 1
        end) stored,
    add column if not exists fresh boolean generated always as (large_seq is null and newest_seq > read_seq) stored;

create index if not exists #member_inbox on $member (tenant, party, box, activity_at desc, thread_id desc);

create index if not exists #member_fresh on $member (tenant, party, fresh, box, activity_at desc, thread_id desc);
