package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.message.MainlandMobile;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the messages to one number, newest first. Fails with 404 unless the local inbox is the sender. */
@ApplicationScoped
class ReadInbox {

    private static final int AT_MOST = 50;

    private final ChosenSenders chosen;
    private final InboxMessageRepository messages;
    private final InboxCipher cipher;

    ReadInbox(ChosenSenders chosen, InboxMessageRepository messages, InboxCipher cipher) {
        this.chosen = chosen;
        this.messages = messages;
        this.cipher = cipher;
    }

    @WithTransaction
    public Uni<List<InboxMessageView>> read(@Nullable String phone) {
        if (!chosen.isLocalInbox()) {
            throw Problems.notFound("NOT_FOUND", "This installation has no SMS inbox.");
        }
        return messages.newest(
                        cipher.index(MainlandMobile.require(phone, "?phone").reveal()), AT_MOST)
                .chain(cipher::open);
    }
}
