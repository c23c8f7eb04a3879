package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.TextLimits;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterFilter;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.model.letter.LetterValidity;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.model.letter.OpenLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists the account's letters for the applicant, newest first. */
@ApplicationScoped
public class ListLetters {

    private static final int MAX_TEXT = 150;

    private final LetterRepository letters;
    private final OpenLetter open;
    private final Clock clock;

    ListLetters(LetterRepository letters, OpenLetter open, Clock clock) {
        this.letters = letters;
        this.open = open;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Page<LetterView>> handle(Caller caller, LetterFilter filter, PageRequest page) {
        String accountId = caller.requireAccount();
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return letters.list(accountId, filter, today, page.afterOr(Long.MAX_VALUE), page.limit())
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())))
                .chain(found -> views(accountId, found, today));
    }

    private Uni<Page<LetterView>> views(String accountId, Page<AuthorizationLetter> found, LocalDate today) {
        return open.openAll(accountId, found.items())
                .map(opened -> new Page<>(
                        opened.stream()
                                .map(each -> LetterView.from(each, today))
                                .toList(),
                        found.nextCursor()));
    }

    /** Parses the query parameters; null means no filter. */
    static LetterFilter filter(
            @Nullable String status,
            @Nullable String validity,
            @Nullable String creditCode,
            @Nullable String signatureName) {
        return new LetterFilter(
                named(LetterStatus.class, status, "STATUS_UNKNOWN", "?status"),
                named(LetterValidity.class, validity, "VALIDITY_UNKNOWN", "?validity"),
                creditCode == null
                        ? null
                        : text(creditCode, "?creditCode").strip().toUpperCase(Locale.ROOT),
                signatureName == null ? null : text(signatureName, "?signatureName"));
    }

    private static <E extends Enum<E>> @Nullable E named(
            Class<E> type, @Nullable String name, String code, String parameter) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest(
                        code,
                        parameter,
                        "Unknown value; use one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    private static String text(String value, String parameter) {
        TextLimits.codeOf(value, MAX_TEXT, false).ifPresent(code -> {
            throw Problems.badRequest(
                    code, parameter, "Expected at most " + MAX_TEXT + " characters, without control characters.");
        });
        return value;
    }
}
