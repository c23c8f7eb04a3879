package io.zizhi.platform.messaging.kafka;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Configurable;

/**
 * Assigns partitions only to group members that report that they can process events. If no member can, all members get
 * their share as before. Members that cannot process events remain in the group and keep their subscription.
 */
public class AbleMembersAssignor extends RangeAssignor implements Configurable {

    /** Client setting: a {@link BooleanSupplier} that returns whether this member can process events. */
    public static final String ABLE = "zizhi.able";

    private static final byte YES = 1;
    private static final byte NO = 0;

    private BooleanSupplier able = () -> true;

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(ABLE) instanceof BooleanSupplier given) {
            able = given;
        }
    }

    /** Differs from "range", because all members of a group select the assignor by its name. */
    @Override
    public String name() {
        return "able-members";
    }

    @Override
    public ByteBuffer subscriptionUserData(Set<String> topics) {
        return ByteBuffer.wrap(new byte[] {able.getAsBoolean() ? YES : NO});
    }

    @Override
    public GroupAssignment assign(Cluster metadata, GroupSubscription group) {
        Map<String, Subscription> members = new HashMap<>(group.groupSubscription());
        members.values().removeIf(member -> !isAble(member));
        GroupSubscription served = members.isEmpty() ? group : new GroupSubscription(members);
        Map<String, Assignment> assignments =
                new HashMap<>(super.assign(metadata, served).groupAssignment());
        group.groupSubscription()
                .keySet()
                .forEach(member -> assignments.putIfAbsent(member, new Assignment(List.of())));
        return new GroupAssignment(assignments);
    }

    private static boolean isAble(Subscription member) {
        ByteBuffer said = member.userData();
        return said == null || !said.hasRemaining() || said.get(said.position()) != NO;
    }
}
