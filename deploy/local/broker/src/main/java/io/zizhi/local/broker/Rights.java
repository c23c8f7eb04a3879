package io.zizhi.local.broker;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The rights of each user, as {@code review-service.write=zizhi.review.v1}. Makes the broker's access control entries
 * equal to this list. If they are already equal, a single request is sent.
 */
final class Rights {

    private final Properties rights;

    Rights(Properties rights) {
        this.rights = rights;
    }

    void grant(Admin admin) throws ExecutionException, InterruptedException {
        Set<AclBinding> wanted = new HashSet<>(
                rights.stringPropertyNames().stream().flatMap(this::bindings).toList());
        Collection<AclBinding> present =
                admin.describeAcls(AclBindingFilter.ANY).values().get();
        List<AclBinding> missing =
                wanted.stream().filter(binding -> !present.contains(binding)).toList();
        List<AclBindingFilter> superfluous = present.stream()
                .filter(binding -> !wanted.contains(binding))
                .map(AclBinding::toFilter)
                .toList();
        if (!missing.isEmpty()) {
            admin.createAcls(missing).all().get();
        }
        if (!superfluous.isEmpty()) {
            admin.deleteAcls(superfluous).all().get();
        }
    }

    private Stream<AclBinding> bindings(String line) {
        int dot = line.lastIndexOf('.');
        String user = line.substring(0, dot);
        String right = line.substring(dot + 1);
        return Arrays.stream(rights.getProperty(line).split(",", -1)).map(name -> binding(user, right, name));
    }

    /** Returns the entry of a right. The right to write or read a topic implies the right to describe it. */
    private static AclBinding binding(String user, String right, String name) {
        AclOperation operation = right.equals("write") ? AclOperation.WRITE : AclOperation.READ;
        ResourceType type = right.equals("group") ? ResourceType.GROUP : ResourceType.TOPIC;
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
