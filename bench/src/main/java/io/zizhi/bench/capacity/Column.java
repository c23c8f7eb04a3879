package io.zizhi.bench.capacity;

import java.util.Set;

/**
 * A column of a table whose rows are copied: each copy gets keys, hashes, accounts and times of its own, of the same
 * size as the original. Everything else stays the same, such as forms, encrypted data and payloads.
 *
 * @param type name of its type in PostgreSQL
 */
record Column(String name, String type) {

    /** Added to numbers in each copy. There are fewer originals, so that numbers of copies never meet. */
    static final int STEP = 10_000;

    /** Functions for the copies; {@code k} is the number of the copy. */
    static final String FUNCTIONS = """
            create schema template;
            create function template.other_text(old text, k bigint) returns text language sql immutable as $$
                select case
                    when old ~ '^[0-9]{1,15}(/|$)' then
                        cast(cast(substring(old from '^[0-9]+') as bigint) + k * %1$d as text)
                            || coalesce(substring(old from '/.*$'), '')
                    when length(old) >= 32 then left(md5(old || k) || md5(k || old) || md5(k || old || k), length(old))
                    else old end
            $$;
            create function template.other_account(old text, k bigint) returns text language sql immutable as $$
                select case when old is not null then left('c' || lpad(cast(k as text), greatest(7, length(old) - 1), '0'), 99) end
            $$;
            create function template.other_company(old text, k bigint) returns text language sql immutable as $$
                select overlay(old placing chr(cast(20000 + k * 7919 %% 2503 as integer))
                    || chr(cast(20000 + k / 2503 %% 2503 as integer)) from 1 for 2)
            $$;
            create function template.other_code(old text, k bigint) returns text language sql immutable as $$
                select left(old, 10) || lpad(cast(k as text), 8, '0')
            $$;
            create function template.other_event(old uuid, k bigint, age interval) returns uuid language sql immutable as $$
                select cast(lpad(to_hex(cast(cast('x' || left(replace(cast(old as text), '-', ''), 12) as bit(48)) as bigint)
                        - cast(extract(epoch from age) * 1000 as bigint)), 12, '0')
                    || '7' || left(md5(cast(old as text) || k), 3) || '8' || substr(md5(cast(old as text) || k), 4, 15) as uuid)
            $$
            """.formatted(STEP);

    private static final Set<String> NUMBERS = Set.of(
            "id",
            "qualification_id",
            "work_order",
            "owner_id",
            "working_revision",
            "current_revision",
            "in_force_revision",
            "copied_revision",
            "subject_id",
            "in_force_order");

    private static final Set<String> KEYS = Set.of(
            "id",
            "aggregate_id",
            "object_id",
            "document_id",
            "verification_id",
            "contact_id",
            "message_id",
            "object_key",
            "provider_message_id",
            "subject",
            "notice_key",
            "contact_key",
            "bucket_key",
            "key",
            "sha256",
            "code_hash");

    /** Returns the expression for copy {@code k} of row {@code t}, which is {@code age} old. */
    String copied() {
        String old = "t." + name;
        return switch (type) {
            case "bigint" -> NUMBERS.contains(name) ? "%s + k * %d".formatted(old, STEP) : old;
            case "uuid" -> "template.other_event(%s, k, age)".formatted(old);
            // Timers that are armed stay in the future.
            case "timestamp with time zone" -> name.equals("due_at") ? old : old + " - age";
            case "text", "character varying" -> text(old);
            default -> old;
        };
    }

    private String text(String old) {
        if (name.equals("account_id")) {
            return "template.other_account(%s, k)".formatted(old);
        }
        if (name.equals("company_name")) {
            return "template.other_company(%s, k)".formatted(old);
        }
        if (name.equals("credit_code")) {
            return "template.other_code(%s, k)".formatted(old);
        }
        return KEYS.contains(name) || name.endsWith("_index") ? "template.other_text(%s, k)".formatted(old) : old;
    }
}
