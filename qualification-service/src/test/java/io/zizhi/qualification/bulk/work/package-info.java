@NullMarked
package io.zizhi.qualification.bulk.work;

import org.jspecify.annotations.NullMarked;
