package io.zizhi.notification.sender.channel;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The senders named in the configuration, in order of preference. The service refuses to start without one, so that no
 * message is lost unnoticed.
 */
@ApplicationScoped
public class ChosenSenders {

    /** Name of the sender that shows messages to the operator instead of delivering them. */
    public static final String LOCAL_INBOX = "local-inbox";

    private static final Set<String> LOCAL_PROFILES = Set.of("local", "test");

    private final List<SmsSender> senders;
    private final List<String> names;
    private final boolean local;

    @Inject
    ChosenSenders(@Any Instance<SmsSender> senders, SmsConfig config, Config runtime) {
        this(
                senders.stream().toList(),
                config.senders().orElse(List.of()),
                isLocal(runtime.unwrap(SmallRyeConfig.class).getProfiles()));
    }

    /** @param names of the chosen senders, the preferred one first */
    ChosenSenders(List<SmsSender> senders, List<String> names, boolean local) {
        this.senders = senders;
        this.names = names;
        this.local = local;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        check(existing(), names, local);
    }

    /** Returns the names of the chosen senders, the preferred one first. */
    public List<String> names() {
        return names;
    }

    /** Returns the names of all senders of this release, whether they are chosen or not. */
    public List<String> existing() {
        return senders.stream().map(SmsSender::name).sorted().toList();
    }

    /** Returns how many messages one replica may hand over at once, whichever chosen sender gets them. */
    public int atOnce() {
        return senders.stream()
                .filter(sender -> isChosen(sender.name()))
                .mapToInt(SmsSender::atOnce)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    public boolean isChosen(String name) {
        return names.contains(name);
    }

    /** Returns the senders that are preferred less than {@code name}; all if it is null or not chosen. */
    public List<String> after(@Nullable String name) {
        return after(names, name);
    }

    /**
     * Returns a sender, whether it is chosen or not: one that is not chosen any more may still have messages. A sender
     * without valid settings fails when it is asked.
     */
    public Optional<SmsSender> named(String name) {
        return senders.stream().filter(sender -> sender.name().equals(name)).findFirst();
    }

    /** Returns whether messages go to the local inbox, and may be read there. */
    public boolean isLocalInbox() {
        return local && names.contains(LOCAL_INBOX);
    }

    static List<String> after(List<String> names, @Nullable String name) {
        return name == null ? names : names.subList(names.indexOf(name) + 1, names.size());
    }

    static boolean isLocal(List<String> profiles) {
        return !profiles.contains("prod") && profiles.stream().anyMatch(LOCAL_PROFILES::contains);
    }

    static void check(List<String> existing, List<String> chosen, boolean local) {
        if (chosen.contains(LOCAL_INBOX) && !local) {
            throw new IllegalStateException(
                    "zizhi.sms.senders=local-inbox shows phone codes to operators and delivers nothing: it runs in the"
                            + " profiles 'local' and 'test' only. Set zizhi.sms.senders to real senders.");
        }
        if (chosen.isEmpty()
                || !existing.containsAll(chosen)
                || Set.copyOf(chosen).size() < chosen.size()) {
            throw new IllegalStateException("zizhi.sms.senders must name SMS senders, each once; '"
                    + String.join(",", chosen) + "' does not. These exist: " + existing
                    + ". Set it to http for a gateway of your own.");
        }
    }
}
