/**
 * Reads the history of a qualification. Use cases record its events ({@link io.zizhi.qualification.model.timeline}).
 */
@NullMarked
package io.zizhi.qualification.catalogue.timeline;

import org.jspecify.annotations.NullMarked;
