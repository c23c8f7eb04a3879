package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.SmsOutcome;
import io.zizhi.notification.sender.SmsOutcomes;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Shows the newest messages of all numbers. Fails with 404 unless the local inbox is the sender. */
@ApplicationScoped
class ShowInbox {

    private static final int AT_MOST = 50;

    /** A web page elsewhere could point a name of its own to this machine, and read the answer in the browser. */
    private static final Pattern THIS_MACHINE = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?");

    private final ChosenSenders chosen;
    private final InboxMessageRepository messages;
    private final InboxCipher cipher;
    private final SmsOutcomes outcomes;

    ShowInbox(ChosenSenders chosen, InboxMessageRepository messages, InboxCipher cipher, SmsOutcomes outcomes) {
        this.chosen = chosen;
        this.messages = messages;
        this.cipher = cipher;
        this.outcomes = outcomes;
    }

    /**
     * Uses no connection to the database before the check: in production, anybody may ask for this page.
     *
     * @param host host of the request, with its port
     */
    Uni<String> page(String host) {
        if (!chosen.isLocalInbox() || !THIS_MACHINE.matcher(host).matches()) {
            throw Problems.notFound("NOT_FOUND", "This installation has no SMS inbox.");
        }
        return Panache.withTransaction(() -> messages.newest(AT_MOST)
                .chain(cipher::open)
                .chain(views -> outcomes(views).map(known -> InboxPage.of(views, known))));
    }

    private Uni<Map<String, SmsOutcome>> outcomes(List<InboxMessageView> views) {
        return outcomes.of(views.stream().map(InboxMessageView::messageId).toList());
    }
}
