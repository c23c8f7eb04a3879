/** Everything that happened to a qualification, in order, never changed. */
@NullMarked
package io.zizhi.qualification.model.timeline;

import org.jspecify.annotations.NullMarked;
