package io.zizhi.notification.sender;

import io.zizhi.notification.sender.channel.SmsSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/** A second scripted sender, for tests with several. */
@ApplicationScoped
@Typed({SpareSender.class, SmsSender.class})
public class SpareSender extends ScriptedSender {

    static final String NAME = "spare";

    @Override
    public String name() {
        return NAME;
    }
}
