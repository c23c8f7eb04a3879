create table tally (id bigint primary key, entries integer not null, log text not null);
