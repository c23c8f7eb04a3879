-- Authentications are removed by the time at which they ran out.
create index company_authentication_by_end on company_authentication (expires_at);
