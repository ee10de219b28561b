insert into fault values (?, ?, ?)
