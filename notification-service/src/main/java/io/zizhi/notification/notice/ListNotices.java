package io.zizhi.notification.notice;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the notices to the applicants of an account, with the states of their texts. */
@ApplicationScoped
class ListNotices {

    private static final KeysetList<NoticeRow> LIST = new KeysetList<>(
                    """
                    select n.notice_key, n.qualification_id, n.work_order, n.template, n.message_id, n.created_at,
                        encode(n.recipient, 'hex') as recipient, %s as status, %s as failure_code
                    from notice n left join sms_message m on m.message_id = n.message_id
                    """.formatted(NoticeRow.STATUS, NoticeRow.FAILURE_CODE),
                    NoticeRow::new,
                    List.of(
                            SortKey.instant("n.created_at", NoticeRow::createdAt),
                            SortKey.text("n.notice_key", NoticeRow::key)))
            .descending();

    private final AccountCiphers ciphers;

    ListNotices(AccountCiphers ciphers) {
        this.ciphers = ciphers;
    }

    @WithTransaction
    public Uni<Page<NoticeView>> page(Caller caller, NoticeFilter filter, PageRequest page) {
        String account = caller.requireAccount();
        return LIST.page(
                        page,
                        query ->
                                filter.on(query.where("n.account_id = :account").with("account", account)))
                .chain(found -> found.items().isEmpty()
                        ? Uni.createFrom().item(new Page<>(List.of(), null))
                        : ciphers.forAccount(account).map(cipher -> found.map(row -> row.view(cipher))));
    }
}
