-- A migration of the tests' own: a column that is filled from what is there, and a table. Each statement can be run again.

alter table $thread add column if not exists colour varchar(20);

update $thread set colour = case when member_count > 2 then 'red' else 'blue' end where colour is null;

create table if not exists $colour (
    tenant varchar(64) not null,
    name varchar(20) not null,
    primary key (tenant, name)
);
