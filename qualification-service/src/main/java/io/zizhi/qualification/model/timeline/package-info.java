/** The timeline of a qualification: all acts on it, in order and unchangeable. */
@NullMarked
package io.zizhi.qualification.model.timeline;

import org.jspecify.annotations.NullMarked;
