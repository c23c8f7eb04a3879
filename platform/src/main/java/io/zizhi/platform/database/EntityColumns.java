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
 * Lists the mapped columns of an entity, for native statements that return entities. A statement without a list of
 * columns would also return columns that a newer version of the service added. Each connection that prepared the
 * statement earlier would then fail.
 */
public final class EntityColumns {

    /** The names that Hibernate uses; see {@code quarkus.hibernate-orm.physical-naming-strategy}. */
    private static final PhysicalNamingStrategy NAMES = new PhysicalNamingStrategySnakeCaseImpl();

    private EntityColumns() {}

    /**
     * Returns the columns of the entity's own table, separated by commas.
     *
     * @param entity the entity class; its collections are excluded, because they have their own tables
     */
    public static String of(Class<?> entity) {
        return columns(entity).collect(Collectors.joining(", "));
    }

    /** Returns the same columns, each qualified by the table's alias in the statement. */
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

    /** Returns false for the transient fields that Hibernate adds at build time. */
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
