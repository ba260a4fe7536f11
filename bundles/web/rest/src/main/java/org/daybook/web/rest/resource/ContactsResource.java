package org.daybook.web.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.ContactBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.ContactView;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** People at the clients. */
@Path(Paths.CONTACTS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContactsResource {
  private final Parts parts;

  public ContactsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the contacts.")
  public Listing<ContactView> list(
      @QueryParam("client") String client,
      @QueryParam("reportRecipient") String reportRecipient,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::contacts,
        tx ->
            ContactQuery.builder()
                .clientId(References.clientFilter(tx, client))
                .reportRecipient(Query.flag("reportRecipient", reportRecipient))
                .build(),
        ContactView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a contact.")
  public ContactView get(@PathParam("id") String id) {
    return view(stored(id));
  }

  @POST
  @Operation("Adds a contact.")
  public Created<ContactView> add(@Context SecurityContext caller, ContactBody body) {
    Contact draft = Input.read(parts, in -> draft(in, Input.body(body)));
    Contact added = parts.directory().addContact(Caller.of(caller), draft);
    return new Created<>(view(added), Paths.CONTACTS + "/" + added.id());
  }

  @PUT
  @Path("{id}")
  @Operation("Changes a contact to what the body says.")
  public ContactView replace(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ContactBody body) {
    Contact now = stored(id);
    long version = Versions.required(ifMatch, "contact", id, now.version());
    return change(Caller.of(caller), now, version, Input.body(body));
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a contact.", body = ContactBody.class)
  public ContactView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    Contact now = stored(id);
    long version = Versions.required(ifMatch, "contact", id, now.version());
    ContactBody merged = Json.merged(body(now), Input.body(body), ContactBody.class);
    return change(Caller.of(caller), now, version, merged);
  }

  private ContactView change(Actor actor, Contact now, long version, ContactBody body) {
    Contact changed =
        Input.read(parts, in -> draft(in, body)).toBuilder().id(now.id()).version(version).build();
    return view(parts.directory().changeContact(actor, changed));
  }

  private Contact stored(String id) {
    return parts
        .store()
        .read(tx -> tx.contacts().find(id))
        .orElseThrow(() -> new NotFoundException("contact", id));
  }

  private ContactView view(Contact value) {
    return parts.store().read(tx -> ContactView.of(value, new Names(tx)));
  }

  private static Contact draft(Input in, ContactBody body) {
    return Contact.builder()
        .id("")
        .clientId(in.client(body.client()))
        .name(in.required("name", body.name()))
        .position(Input.optional(body.position()))
        .email(Input.optional(body.email()))
        .phone(Input.optional(body.phone()))
        .reportRecipient(Boolean.TRUE.equals(body.reportRecipient()))
        .responsible(Boolean.TRUE.equals(body.responsible()))
        .build();
  }

  private static ContactBody body(Contact value) {
    return new ContactBody(
        value.clientId(),
        value.name(),
        value.position().orElse(null),
        value.email().orElse(null),
        value.phone().orElse(null),
        value.reportRecipient(),
        value.responsible());
  }
}
