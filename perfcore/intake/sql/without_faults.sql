delete from ordered o using fault f where f.origin = o.origin and f.line = o.line
