package io.zizhi.platform.database;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;

/**
 * The columns that an entity is mapped to, for native statements that return it. One that asks for
 * whatever there is would also return those that a newer version of the service has added, and fail on every connection that
 * has prepared it before.
 */
public final class EntityColumns {

    /** As Hibernate names them; see {@code quarkus.hibernate-orm.physical-naming-strategy}. */
    private static final PhysicalNamingStrategy NAMES = new PhysicalNamingStrategySnakeCaseImpl();

    private EntityColumns() {}

    /**
     * The columns of the entity's own table, with commas between them.
     *
     * @param entity its collections are in tables of their own
     */
    public static String of(Class<?> entity) {
        return columns(entity).collect(Collectors.joining(", "));
    }

    /** The same, each with the name that the statement gives the table. */
    public static String of(Class<?> entity, String alias) {
        return columns(entity).map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    private static Stream<String> columns(Class<?> type) {
        Class<?> above = type.getSuperclass();
        Stream<String> inherited =
                above != null && above.isAnnotationPresent(MappedSuperclass.class) ? columns(above) : Stream.empty();
        return Stream.concat(
                inherited,
                Arrays.stream(type.getDeclaredFields())
                        .filter(EntityColumns::isMapped)
                        .flatMap(EntityColumns::columns));
    }

    /** Hibernate's own fields, which it adds while the service is built, are transient. */
    private static boolean isMapped(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class)
                && !field.isAnnotationPresent(ElementCollection.class);
    }

    private static Stream<String> columns(Field field) {
        if (field.isAnnotationPresent(Embedded.class)) {
            return columns(field.getType());
        }
        Column column = field.getAnnotation(Column.class);
        String name = column == null || column.name().isEmpty() ? field.getName() : column.name();
        return Stream.of(
                NAMES.toPhysicalColumnName(Identifier.toIdentifier(name), null).getText());
    }
}
