package io.zizhi.qualification.catalogue.copy;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.erasure.Erasures;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.qualification.catalogue.copy.AccountCopyView.CopiedItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies one page of an account, in a transaction of its own. */
@ApplicationScoped
class CopyAccount {

    static final int PAGE = 50;

    private final CopyRepository rows;
    private final CopyForms forms;
    private final CopyIdentity identity;
    private final CopyCursors cursors;
    private final AccountCiphers ciphers;
    private final Erasures erasures;
    private final AuditLog audit;

    CopyAccount(
            CopyRepository rows,
            CopyForms forms,
            CopyIdentity identity,
            CopyCursors cursors,
            AccountCiphers ciphers,
            Erasures erasures,
            AuditLog audit) {
        this.rows = rows;
        this.forms = forms;
        this.identity = identity;
        this.cursors = cursors;
        this.ciphers = ciphers;
        this.erasures = erasures;
        this.audit = audit;
    }

    @WithTransaction
    Uni<AccountCopyView> page(String accountId, AccountCopyRequest request, Caller service) {
        String cursor = request.after();
        Position after = Position.of(cursor);
        return erasures.requireNotErased(accountId)
                .chain(() -> ciphers.forAccount(accountId))
                .invoke(CopyAccount::requireKeys)
                .call(() -> cursor != null && cursors.isRecorded(cursor, accountId, request.recipient())
                        ? Uni.createFrom().voidItem()
                        : record(accountId, request.recipient(), service))
                .chain(cipher -> (cursor == null
                                ? identity.of(accountId)
                                : Uni.createFrom().item(List.<CopiedItem>of()))
                        .chain(first -> items(accountId, after, cipher)
                                .map(found -> view(first, found, after, accountId, request.recipient()))));
    }

    /** The keys may be gone before the erasure of the account, or without one if they were damaged. */
    private static void requireKeys(AccountCipher cipher) {
        if (cipher.isDestroyed()) {
            throw Problems.conflict(
                    AccountKeys.ACCOUNT_ERASED,
                    "The keys of this account were destroyed. Nothing can be stored or read for it.");
        }
    }

    private Uni<List<Copied>> items(String accountId, Position after, AccountCipher cipher) {
        return switch (after.part()) {
            case REVISION -> rows.revisions(accountId, after.id(), PAGE).map(found -> forms.revisions(found, cipher));
            case LETTER -> rows.letters(accountId, after.id(), PAGE).map(found -> forms.letters(found, cipher));
            case LETTER_SUBMISSION ->
                rows.letterSubmissions(accountId, after.id(), PAGE)
                        .map(found -> forms.letterSubmissions(found, cipher));
            case CARRIER_FILING ->
                rows.carrierFilings(accountId, after.id(), PAGE).map(found -> forms.carrierFilings(found, cipher));
            default -> rows.qualifications(accountId, after.id(), PAGE).map(forms::qualifications);
        };
    }

    private AccountCopyView view(
            List<CopiedItem> first, List<Copied> found, Position after, String accountId, String recipient) {
        List<CopiedItem> items = new ArrayList<>(first);
        found.forEach(copied -> items.add(new CopiedItem(after.part(), copied.data())));
        Position next = found.size() < PAGE
                ? after.nextPart()
                : new Position(after.part(), found.getLast().id());
        return new AccountCopyView(items, next == null ? null : cursors.sign(next.text(), accountId, recipient));
    }

    private Uni<Void> record(String accountId, String recipient, Caller service) {
        return audit.appendNamed(new AuditEntry(
                service.subject(),
                Roles.SERVICE,
                accountId,
                "account.copied",
                "account",
                accountId,
                null,
                List.of(),
                recipient));
    }

    /** A row with its id, by which the pages are ordered. */
    record Copied(long id, Map<String, Object> data) {}

    /** The last row of the previous page. */
    private record Position(CopiedPart part, long id) {

        static Position of(@Nullable String text) {
            if (text == null) {
                return new Position(CopiedPart.QUALIFICATION, 0);
            }
            String[] words = text.split(" ", -1);
            return new Position(CopiedPart.valueOf(words[0]), Long.parseLong(words[1]));
        }

        @Nullable
        Position nextPart() {
            return switch (part) {
                case ACCOUNT -> new Position(CopiedPart.QUALIFICATION, 0);
                case QUALIFICATION -> new Position(CopiedPart.REVISION, 0);
                case REVISION -> new Position(CopiedPart.LETTER, 0);
                case LETTER -> new Position(CopiedPart.LETTER_SUBMISSION, 0);
                case LETTER_SUBMISSION -> new Position(CopiedPart.CARRIER_FILING, 0);
                case CARRIER_FILING -> null;
            };
        }

        String text() {
            return part + " " + id;
        }
    }
}
