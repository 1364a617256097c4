import { PEOPLE } from "../people";

export const dynamic = "force-dynamic";

export default function UsersPage() {
  return (
    <main>
      <h1>Users</h1>
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Role</th>
            <th>Billing</th>
            <th>State</th>
            <th>Since</th>
          </tr>
        </thead>
        <tbody>
          {PEOPLE.map((person) => (
            <tr key={person.email}>
              <td>
                <a href={`/users/${person.email}`}>{person.name}</a>
                <div>{person.email}</div>
              </td>
              <td>{person.role}</td>
              <td>{person.billing}</td>
              <td>{person.state}</td>
              <td>{person.since}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
