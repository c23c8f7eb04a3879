/**
 * Shows the history of a qualification. The acts are written down where they happen ({@link
 * io.zizhi.qualification.model.timeline}).
 */
@NullMarked
package io.zizhi.qualification.catalogue.timeline;

import org.jspecify.annotations.NullMarked;
