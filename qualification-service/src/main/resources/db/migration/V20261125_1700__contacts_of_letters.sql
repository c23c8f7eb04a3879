-- Whom to tell of a letter is looked up for very many letters at once: the qualifications of the account for that company.
create index qualification_by_company on qualification (account_id, credit_code)
    where deleted_at is null and credit_code is not null;
