@NullMarked
package io.zizhi.qualification.outcome.restriction.request;

import org.jspecify.annotations.NullMarked;
