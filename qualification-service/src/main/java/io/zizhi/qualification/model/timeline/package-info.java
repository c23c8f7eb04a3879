/** The timeline of a qualification: an immutable list of everything done to it, in order. */
@NullMarked
package io.zizhi.qualification.model.timeline;

import org.jspecify.annotations.NullMarked;
