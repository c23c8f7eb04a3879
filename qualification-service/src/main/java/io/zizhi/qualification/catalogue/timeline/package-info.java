/**
 * Shows the history of a qualification. The use cases record the acts ({@link io.zizhi.qualification.model.timeline}).
 */
@NullMarked
package io.zizhi.qualification.catalogue.timeline;

import org.jspecify.annotations.NullMarked;
