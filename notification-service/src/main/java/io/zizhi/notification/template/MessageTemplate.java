package io.zizhi.notification.template;

import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.http.problem.Problems;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/** A template: which of its versions is published, and how many it has. */
@Entity
@DynamicUpdate
@Table(name = "sms_template")
class MessageTemplate {

    /** Name of an {@link SmsTemplate}. Stored as text, because a newer release may have added templates. */
    @Id
    private String name;

    private int published;

    private int newest;

    /** Version for {@code If-Match}; every change raises it. */
    private long version;

    /** Used by Hibernate. */
    protected MessageTemplate() {}

    /** Fails with 412 unless {@code expected} is the current version. */
    MessageTemplate requireVersion(long expected) {
        if (version != expected) {
            throw Problems.preconditionFailed("The template is at version " + version + ", not " + expected + ".");
        }
        return this;
    }

    /**
     * Returns the number of the next draft.
     *
     * @param most versions that a template may have
     */
    int draft(int most) {
        if (newest >= most) {
            throw Problems.conflict(
                    "SMS_TEMPLATE_FULL", "The template has " + most + " versions. Publish one of them.");
        }
        version++;
        return ++newest;
    }

    void publish(int number) {
        version++;
        published = number;
    }

    SmsTemplate template() {
        return SmsTemplate.valueOf(name);
    }

    int published() {
        return published;
    }

    int newest() {
        return newest;
    }

    long version() {
        return version;
    }
}
